// Evaluates expressions with Enketo's engine: a JSON line {xml, at, expression} in, one out.
// The clock stands still at NOW; the zone is that of TZ.
const path = require('path');
const readline = require('readline');
const { createRequire } = require('module');

const installed = createRequire(path.join(path.resolve(process.argv[2]), 'package.json'));
const { JSDOM } = installed('jsdom');

const RealDate = Date;
const NOW = RealDate.parse(process.argv[3]);
globalThis.Date = class extends RealDate {
  constructor(...args) {
    super(...(args.length ? args : [NOW]));
  }
};

const { window } = new JSDOM('<html></html>');
globalThis.window = window;
window.enketoFormLocale = 'en-GB';
globalThis.Node = window.Node;
globalThis.XPathResult = window.XPathResult;
// Browsers let an expression be evaluated without a type; jsdom does not.
globalThis.XPathEvaluator = class extends window.XPathEvaluator {
  createExpression(text, resolver) {
    return { evaluate: (node) => this.evaluate(text, node, resolver, XPathResult.ANY_TYPE, null) };
  }
};
const parser = new window.DOMParser();
const evaluator = installed('openrosa-xpath-evaluator')();

function answer({ xml, at, expression }) {
  const doc = parser.parseFromString(xml, 'text/xml');
  const node = at.split('/').reduce((parent, name) => parent.getElementsByTagName(name)[0], doc);
  const found = (type) => evaluator.evaluate(expression, node, null, type);
  try {
    return {
      text: found(XPathResult.STRING_TYPE).stringValue,
      truth: found(XPathResult.BOOLEAN_TYPE).booleanValue,
    };
  } catch (error) {
    return { error: String(error.message).slice(0, 200) };
  }
}

readline.createInterface({ input: process.stdin }).on('line', (line) => {
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`);
});
