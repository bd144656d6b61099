/** What tells one language from another on a noisy page. All data; a new language is a new row. */

/** Frequent characters that exist in one of the two scripts only, in pairs: simplified, traditional. */
const scriptPairs =
  "国國会會们們这這个個来來时時为為对對后後发發说說过過还還没沒开開关關见見问問间間门門长長东東车車马馬" +
  "书書报報记記讯訊设設议議员員业業产產务務动動劳勞经經济濟区區县縣镇鎮乡鄉农農实實现現应應总總战戰团團" +
  "学學习習万萬与與专專两兩严嚴丰豐临臨义義乐樂乔喬买買卖賣争爭于於亏虧亚亞亲親仅僅从從仓倉价價众眾优優" +
  "传傳伤傷伦倫体體余餘侠俠侨僑儿兒党黨兴興养養写寫军軍决決况況净淨减減击擊刘劉则則创創别別办辦加加劝勸" +
  "势勢华華协協单單卫衛厂廠历歷压壓厅廳双雙变變叶葉号號听聽员員响響图圖圆圓场場块塊坚堅坛壇处處备備复復" +
  "头頭夺奪奖獎妇婦孙孫宁寧宝寶审審宽寬宾賓对對导導寻尋层層岁歲岛島师師带帶帮幫广廣庆慶庄莊库庫张張弹彈" +
  "归歸当當录錄忆憶怀懷态態怜憐恋戀惊驚惯慣愿願戏戲户戶执執扩擴扫掃护護担擔拥擁择擇损損换換据據掷擲搁擱" +
  "携攜数數断斷无無旧舊显顯晓曉暂暫术術机機杀殺权權条條极極构構标標树樹样樣桥橋梦夢检檢楼樓欢歡欧歐毕畢" +
  "气氣汇匯汉漢沟溝泽澤洁潔浅淺测測浓濃涛濤润潤涨漲温溫湾灣湿濕满滿灭滅灯燈灵靈炼煉点點热熱爱愛爷爺状狀" +
  "独獨狮獅环環现現电電画畫疗療痒癢盖蓋盘盤监監睁睜矿礦码碼础礎确確礼禮祸禍离離种種积積称稱稳穩穷窮笔筆" +
  "签簽简簡类類粮糧红紅约約级級纪紀纯純纸紙线線组組细細织織终終绍紹结結给給统統继繼续續维維综綜绿綠缺缺" +
  "网網罗羅罚罰职職联聯肃肅肤膚脑腦脚腳脱脫节節芦蘆苏蘇药藥获獲营營虑慮虽雖补補装裝规規视視览覽觉覺计計" +
  "订訂认認讨討让讓训訓论論证證评評识識诉訴词詞试試诗詩话話询詢该該详詳语語误誤请請诸諸读讀课課调調谁誰" +
  "谈談谋謀谢謝贝貝负負财財责責败敗货貨质質贩販购購贯貫贵貴贷貸费費贸貿资資赏賞赛賽赵趙赶趕跃躍转轉轮輪" +
  "软軟轻輕载載较較辆輛输輸达達迁遷运運近近进進远遠违違连連迟遲选選递遞遗遺邮郵释釋里裡针針钟鐘钢鋼钱錢" +
  "铁鐵铜銅银銀链鏈销銷锋鋒错錯键鍵镜鏡闭閉闲閒闹鬧闻聞阅閱阳陽阴陰阵陣阶階际際陆陸陈陳险險随隨隐隱难難" +
  "雾霧静靜顶頂项項顺順须須顾顧预預领領频頻题題额額风風飞飛饭飯饮飲馆館驻駐验驗骗騙鱼魚鲜鮮鸟鳥鸡雞黄黃齐齊龙龍";

const pairs = Array.from(scriptPairs);
/** Characters of the simplified script that the traditional one does not print. Japanese shares some, so ask for kana first. */
export const simplifiedOnly: ReadonlySet<string> = new Set(
  pairs.filter(
    (character, index) =>
      index % 2 === 0 && character !== pairs[index + 1] && !"后里余于征".includes(character),
  ),
);
export const traditionalOnly: ReadonlySet<string> = new Set(
  pairs.filter((character, index) => index % 2 === 1 && character !== pairs[index - 1]),
);

/**
 * The commonest words of each language in Latin letters that are rare, or something else, in the others. Short on
 * purpose: some twenty words are a third of any prose, and survive OCR because they are short and repeated.
 */
export const languageWords: Readonly<Record<string, readonly string[]>> = {
  en: [
    "the",
    "of",
    "and",
    "to",
    "that",
    "for",
    "with",
    "was",
    "his",
    "which",
    "by",
    "from",
    "this",
    "at",
    "be",
    "have",
    "were",
    "it",
    "as",
    "said",
  ],
  de: [
    "der",
    "und",
    "den",
    "von",
    "das",
    "ist",
    "dem",
    "mit",
    "sich",
    "auf",
    "nicht",
    "ein",
    "eine",
    "daß",
    "dass",
    "zu",
    "im",
    "für",
    "wird",
    "auch",
  ],
  fr: [
    "le",
    "et",
    "les",
    "des",
    "du",
    "est",
    "dans",
    "que",
    "qui",
    "une",
    "pour",
    "par",
    "sur",
    "au",
    "il",
    "pas",
    "avec",
    "ce",
    "cette",
    "sont",
  ],
  nl: [
    "het",
    "een",
    "van",
    "en",
    "dat",
    "te",
    "zijn",
    "op",
    "voor",
    "met",
    "aan",
    "niet",
    "ook",
    "naar",
    "der",
    "ten",
    "zal",
    "door",
    "heeft",
    "is",
  ],
  es: [
    "el",
    "los",
    "las",
    "del",
    "y",
    "que",
    "una",
    "por",
    "con",
    "para",
    "su",
    "al",
    "se",
    "como",
    "más",
    "pero",
    "fue",
    "lo",
    "sus",
    "este",
  ],
};
