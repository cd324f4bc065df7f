import { html } from 'hono/html'
import type { Corpus } from '../corpus/corpus.ts'

const EXAMPLES = [
  '包头的企业，带12个学徒，培养三年，补贴一共多少',
  '包头的首席技师奖补是多少？',
  '金华大工匠有多少经费资助？',
  '武侯区诸葛工匠奖励多少钱？',
]

/** The first page: asks through `/chat.js`, so that without scripts it says where else to ask. */
export function chatPage({ documents }: Corpus) {
  const regions = [...new Set(documents.map(({ meta }) => meta.region.name))]
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>匠策：技能人才补贴问答</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/chat.css">
<script src="/chat.js" defer></script>
</head>
<body>
<header>
<div class="title"><h1>匠策</h1><button type="button" id="restart" class="plain" hidden>新对话</button></div>
<p>问技能人才的补贴、奖励和待遇：算出数额，给出原文条款。收录${regions.join('、')}的${documents.length}份文件。</p>
<p id="hint">自动回答，以主管部门的认定为准。请不要写身份证号。</p>
</header>
<main>
<section id="examples" aria-label="例子">
<h2>可以这样问</h2>
${EXAMPLES.map((example) => html`<button type="button" class="choice" data-say="${example}">${example}</button>\n`)}
</section>
<div id="log" role="log" aria-live="polite" aria-label="对话"></div>
<noscript><p class="notice">这个页面需要JavaScript。也可以拨打12333（人社）或12345（政务服务便民热线）。</p></noscript>
</main>
<form id="ask" autocomplete="off">
<div class="place"><label for="region">地方</label>
<select id="region"><option value="">看问题里怎么说</option>${regions.map((region) => html`<option>${region}</option>`)}</select></div>
<div class="line"><label for="message" class="hidden">问题</label>
<textarea id="message" rows="2" maxlength="2000" placeholder="写下您的问题" aria-describedby="hint"></textarea>
<button type="submit" id="send" disabled>发送</button></div>
</form>
</body>
</html>`
}
