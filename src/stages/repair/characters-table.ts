/** Radicals supplement (U+2E80–2EF3) whose unified character is in everyday use. Source: EquivalentUnifiedIdeograph.txt of Unicode. */
export const RADICALS: Record<string, string> = pairs(
  '⺁厂⺇几⺌小⺎兀⺏尣⺐尢⺒巳⺓幺⺛旡⺝月⺟母⺠民⺢氺⺥爫⺧牛⺩王⺪疋⺬示⺮竹⺯糸⺱网⺶羊⺷羊⺹耂⺻聿⻁虎⻃覀⻄西⻅见⻆角⻇角⻉贝⻋车⻌辶⻎辶⻑长⻒长⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟',
);

/** Forms for vertical setting and small forms. Source: the compatibility mappings of Unicode, with Chinese punctuation full width. */
export const VERTICAL: Record<string, string> = pairs(
  '︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︰：︱—︲–︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］﹐，﹑、﹒.﹔；﹕：﹖？﹗！﹘—﹙（﹚）﹛｛﹜｝﹝〔﹞〕﹟#﹠&﹡*﹢+﹣-﹤<﹥>﹦=﹨\\﹩$﹪%﹫@',
);

/**
 * Private-use characters with a published meaning: A3A0 of GBK, a space in practice, and the eight ideographs that GB 18030-2000
 * kept in the private area until Unicode took them in (mapping of GB 18030-2005/2022).
 */
export const PRIVATE_USE: Record<string, string> = pairs(
  '\ue5e5\u3000\ue81e\u9fb4\ue826\u9fb5\ue82b\u9fb6\ue82c\u9fb7\ue832\u9fb8\ue843\u9fb9\ue854\u9fba\ue864\u9fbb\ue78d\uff0c\ue78e\u3002\ue78f\u3001\ue790\uff1a\ue791\uff1b\ue792\uff01\ue793\uff1f',
);

/**
 * Characters of no modern use that stand for a common one a few code points on: files of document shares whose font was
 * shifted against copying, and 臵 from old typesetting systems. Seen as 设臵, 觃定, 迚行, 癿, 仸务, 斱案, 乊一, 兲于, 叏得.
 */
export const LOOKALIKES: Record<string, string> = pairs('臵置觃规迚进癿的仸任斱方乊之兲关叏取');

/** The same shift, on characters that have a use of their own. */
export const RARE_LOOKALIKES: Record<string, string> = pairs('収发幵并劢动亍于丌不迓还叐受弼当');

function pairs(list: string): Record<string, string> {
  const units = [...list];
  return Object.fromEntries(units.flatMap((from, i) => (i % 2 ? [] : [[from, units[i + 1]!]])));
}
