/** One sheet for all buttons of a page. It needs no style-src in the page's policy. */
export declare function styles(): CSSStyleSheet;
