// docxtemplater: node docxtemplater.js DATA.json TEMPLATE.docx OUT.docx
const fs = require('fs');
const PizZip = require('pizzip');
const Docxtemplater = require('docxtemplater');

const [data, template, out] = process.argv.slice(2);
const document = new Docxtemplater(new PizZip(fs.readFileSync(template)), { paragraphLoop: true });
document.render(JSON.parse(fs.readFileSync(data)));
fs.writeFileSync(out, document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' }));
