/** Every pair of colours has a contrast of at least 4.5, every target is at least 44 px high, no text under 16 px. */
export const CHAT_CSS = `
:root { color-scheme: light; font-size: 16px; }
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
body { display: flex; flex-direction: column; min-height: 100vh; min-height: 100dvh; max-width: 48rem; margin: 0 auto; color: #1f2329; background: #f4f6f8; font: 1.0625rem/1.7 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; overflow-wrap: anywhere; }
header { padding: .75rem 1rem .5rem; }
header p { margin: 0; font-size: 1rem; line-height: 1.5; color: #414a57; }
.title { display: flex; align-items: center; justify-content: space-between; min-height: 44px; }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.3; color: #0b3f75; }
h2 { margin: .25rem 0 .5rem; font-size: 1rem; color: #414a57; }
main { flex: 1; padding: .5rem 1rem 1rem; }
button, select, textarea { font: inherit; color: inherit; }
button { min-height: 44px; padding: .4rem 1rem; border: 1px solid #0b5cad; border-radius: .6rem; background: #fff; color: #0b4f94; cursor: pointer; }
button:hover { background: #e8f1fa; }
button:disabled { border-color: #6b7280; color: #4b5563; background: #e5e7eb; cursor: default; }
:focus-visible { outline: 3px solid #b45309; outline-offset: 2px; }
a { color: #0b4f94; }
.choice { display: block; width: 100%; margin: 0 0 .5rem; text-align: left; line-height: 1.5; }
.options { display: flex; flex-wrap: wrap; gap: .5rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
#log > * { margin: 0 0 1rem; scroll-margin-top: .75rem; }
.said { width: fit-content; max-width: 88%; margin-left: auto !important; padding: .6rem .9rem; border-radius: .9rem .9rem .2rem .9rem; color: #fff; background: #0b5cad; white-space: pre-line; }
.card { padding: 1rem; border: 1px solid #d5dbe2; border-radius: .2rem .9rem .9rem .9rem; background: #fff; }
.card > :first-child { margin-top: 0; }
.card > :last-child { margin-bottom: 0; }
.text { margin: .75rem 0; white-space: pre-line; }
.notice { margin: 0 0 .75rem; padding: .6rem .8rem; border-left: 6px solid #b45309; border-radius: .3rem; color: #4a2a00; background: #fff1d6; }
.notice strong { display: block; font-size: 1.125rem; }
.notice-expired, .notice-superseded, .notice-not-yet { border-left-color: #b42318; color: #6b1109; background: #fdecea; }
.failure { padding: .6rem .8rem; border-left: 6px solid #b42318; border-radius: .3rem; color: #6b1109; background: #fdecea; }
.hint { color: #414a57; font-size: 1rem; text-align: center; }
.calculation { padding: 0 0 .75rem; border-bottom: 1px solid #e2e6eb; }
.calculation + .calculation { padding-top: .75rem; }
.calculation p { margin: 0; }
.what { font-size: 1rem; color: #414a57; }
p.what { display: flex; flex-wrap: wrap; gap: 0 .75rem; }
.amount { font-size: 1.875rem; font-weight: 700; line-height: 1.35; color: #0b3f75; }
.amount small { font-size: 1.125rem; font-weight: 600; }
.several .amount { font-size: 1.375rem; }
details { margin-top: .25rem; }
summary { display: flex; align-items: center; min-height: 44px; color: #0b4f94; cursor: pointer; text-decoration: underline; }
summary::before { content: "＋"; margin-right: .3rem; }
details[open] summary::before { content: "－"; }
dl { margin: 0; }
dt { font-size: 1rem; color: #414a57; }
dd { margin: 0 0 .5rem; }
.citations { margin-top: .75rem; }
.citation { margin: 0 0 .75rem; padding-left: .75rem; border-left: 3px solid #9db4cc; }
.citation a { display: inline-flex; align-items: center; min-height: 44px; line-height: 1.4; }
blockquote { margin: 0; white-space: pre-line; }
.question { margin: .75rem 0 0; }
.question p { margin: 0 0 .4rem; font-weight: 600; }
form { position: sticky; bottom: 0; padding: .6rem 1rem calc(.5rem + env(safe-area-inset-bottom)); border-top: 1px solid #d5dbe2; background: #fff; }
.place, .line { display: flex; align-items: center; gap: .6rem; }
.place { margin-bottom: .4rem; }
select { flex: 1; min-width: 0; max-width: 16rem; min-height: 44px; padding: 0 .5rem; border: 1px solid #6b7280; border-radius: .6rem; background: #fff; }
textarea { flex: 1; display: block; min-width: 0; min-height: 64px; max-height: 30vh; padding: .5rem .75rem; border: 1px solid #6b7280; border-radius: .6rem; background: #fff; line-height: 1.5; resize: vertical; }
textarea::placeholder { color: #5b6470; opacity: 1; }
#send { flex: none; min-height: 64px; color: #fff; background: #0b5cad; }
#send:hover { background: #09498a; }
#send:disabled { color: #4b5563; background: #e5e7eb; }
@media (min-width: 48rem) { .amount { font-size: 2.25rem; } form { border: 1px solid #d5dbe2; border-bottom: 0; border-radius: .9rem .9rem 0 0; } }
@media (max-height: 30rem) { form { position: static; } }
`
