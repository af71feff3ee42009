// easy-template-x: node easy_template_x.js DATA.json TEMPLATE.docx OUT.docx
const fs = require('fs');
const { TemplateHandler } = require('easy-template-x');

const [data, template, out] = process.argv.slice(2);
new TemplateHandler()
  .process(fs.readFileSync(template), JSON.parse(fs.readFileSync(data)))
  .then((made) => fs.writeFileSync(out, made));
