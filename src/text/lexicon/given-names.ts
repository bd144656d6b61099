/** The commonest given names of each language, lower-cased: what tells `MARIA SOLEDAD IBARRA` from a headline. Data only. */
const split = (names: string): ReadonlySet<string> =>
  new Set(names.split(/\s+/).filter((name) => name !== ""));

const byLanguage: Readonly<Record<string, ReadonlySet<string>>> = {
  en: split(`james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony
    mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob
    gary nicholas eric jonathan stephen larry justin scott frank brandon benjamin samuel gregory raymond patrick jack
    dennis jerry peter henry walter arthur harold alfred albert ernest fred frederick ralph howard eugene leonard
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty sandra ashley
    dorothy kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon cynthia
    kathleen amy shirley angela anna ruth brenda pamela nicole katherine catherine virginia alice jane joan julie
    frances martha ann anne evelyn jean edith florence rose ellen penny hugh ian graham alan colin neil keith nigel
    geoffrey simon claire fiona diana marjorie`),
  de: split(`hans karl wilhelm friedrich heinrich otto hermann ernst walter paul franz josef georg johann johannes
    peter klaus günter günther helmut horst heinz werner wolfgang jürgen dieter manfred uwe bernd rainer michael
    thomas andreas stefan stephan christian martin frank matthias markus jan tobias sebastian daniel alexander florian
    felix max rudolf ludwig richard robert erich kurt gerhard gustav emil fritz albert alfred anton august
    anna maria elisabeth margarete martha emma frieda gertrud ursula helga ingrid erika gisela renate monika karin
    brigitte sabine petra susanne andrea claudia birgit martina heike katrin julia katharina eva barbara christine
    johanna sophie charlotte luise klara hedwig`),
  fr: split(`jean pierre michel andré philippe alain bernard jacques daniel gérard claude françois marcel robert henri
    paul louis georges rené roger maurice lucien raymond charles albert émile emile christian patrick gilles guy yves
    serge hervé pascal laurent thierry éric eric nicolas julien olivier antoine vincent guillaume alexandre thomas
    jean-pierre jean-paul jean-claude jean-louis jean-marie jean-françois jean-jacques étienne etienne denis dominique
    marie jeanne marguerite germaine louise yvonne madeleine suzanne marcelle denise monique jacqueline françoise
    nicole christiane catherine anne sylvie martine isabelle nathalie valérie sophie sandrine véronique hélène helene
    claire alice lucie odile brigitte florence annie josette simone`),
  nl: split(`jan johannes piet pieter cornelis kees hendrik henk willem wim gerrit jacob jacobus dirk klaas theo frans
    antoon anton toon hans peter rob robert marcel erik paul martin bas jeroen mark ronald frank arie bert ben adriaan
    abraham simon maarten joris bart luc guido koen
    maria johanna anna cornelia elisabeth wilhelmina hendrika grietje geertje trijntje margaretha catharina sophie
    annie corrie ria ineke marijke els ans tineke marianne monique saskia petra ellen anja hanneke loes`),
  es: split(`antonio josé jose manuel francisco juan david javier daniel carlos jesús jesus alejandro miguel rafael
    pedro ángel angel pablo fernando luis sergio jorge alberto álvaro alvaro diego adrián raúl raul enrique ramón ramon
    vicente joaquín joaquin andrés andres ignacio santiago eduardo víctor victor mario roberto jaime ricardo emilio
    julio salvador tomás tomas agustín agustin félix felix gonzalo guillermo alfonso julián julian
    maría maria carmen josefa isabel ana dolores pilar teresa rosa cristina francisca antonia laura mercedes elena
    concepción concepcion lucía lucia marta sara rosario juana raquel manuela beatriz patricia encarnación silvia
    julia rocío rocio alicia eva montserrat soledad amparo inés ines margarita`),
};

const none: ReadonlySet<string> = new Set();
/** The given names of the language a lexicon is for. */
export const givenNamesOf = (lexiconLanguage: string): ReadonlySet<string> =>
  byLanguage[lexiconLanguage] ?? none;
