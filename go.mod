module github.com/cstahub/cstahub

go 1.26
