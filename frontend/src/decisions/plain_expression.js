// Stands in for dmn-js's editor of expressions (CodeMirror, 0.5 MB): the plain cell does the same for one line.
export { default } from "dmn-js-shared/lib/components/ContentEditable";
