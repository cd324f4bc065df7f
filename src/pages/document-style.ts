const DEPTHS = [0, 1, 2, 3, 4, 5, 6]

/** How far a clause is indented at most: a phone has room for no more. */
export const DEEPEST = DEPTHS.length - 1

export const DOCUMENT_CSS = `
:root { color-scheme: light; }
body { font: 1.0625rem/1.8 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; margin: 0 auto; max-width: 46rem; padding: 1rem; color: #1f2329; background: #fff; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; line-height: 1.4; margin: .5rem 0; }
.back { display: inline-flex; align-items: center; min-height: 44px; color: #0b4f94; }
.status { display: inline-block; padding: .1rem .6rem; border: 1px solid #8a5a00; border-radius: .3rem; color: #6b4500; background: #fff8e6; }
.status-in-force { border-color: #1c6b3c; color: #14532d; background: #edf9f1; }
section { margin-block: .6rem; padding: .2rem .6rem; border-left: 3px solid transparent; white-space: pre-line; scroll-margin-top: 1rem; }
section:target { border-left-color: #b45309; background: #fff3d6; }
mark { padding: .1rem 0; color: inherit; background: #ffdf8a; }
.path { color: #4b5563; font-size: 1rem; }
${DEPTHS.map((depth) => `.depth-${depth} { margin-left: ${depth}rem; }`).join('\n')}
@media (max-width: 30rem) {
${DEPTHS.map((depth) => `.depth-${depth} { margin-left: ${depth * 0.4}rem; }`).join('\n')}
}
`
