// Carbone: node carbone.js DATA.json TEMPLATE.docx OUT.docx
const fs = require('fs');
const carbone = require('carbone');

const [data, template, out] = process.argv.slice(2);
carbone.render(template, JSON.parse(fs.readFileSync(data)), (error, result) => {
  if (error) throw error;
  fs.writeFileSync(out, result);
  process.exit(0);
});
