// What the one file for a script tag is made of: everything, under the name cstahub, and <csta-call> ready for use.
import { defineCallButton } from './element/csta-call.ts';

export * from './index.ts';

defineCallButton();
