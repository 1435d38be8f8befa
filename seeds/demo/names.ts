import { createPermutation } from "./permutation";

/** Where an insurer's branch stands; its name follows the custom of the trade. */
export type BranchLevel = "PROVINCE" | "CITY" | "COUNTY";

/**
 * Names of the demo: natural Chinese, each with 演示 in it, so that nobody takes a screen of the
 * demo for a statement about somebody. Each is a pure function of the seed and the index and unique
 * per index, 0 to 250,046, wherever the unit stands.
 */
export interface DemoNames {
  /** 肥东县云砺泽化工有限公司（演示）. The sector is a code of seeds/reference/sectors.json. */
  enterprise(index: number, countyName: string, sector: string): string;
  /** 演示云砺泽财产保险股份有限公司, the head office. */
  insurer(index: number): string;
  /** 演示云砺泽财产保险股份有限公司合肥市中心支公司. */
  insurerBranch(index: number, regionName: string, level: BranchLevel): string;
  /** 合肥市云砺泽安全技术服务有限公司（演示）, a technical service agency. */
  agency(index: number, cityName: string): string;
  /** 演示张某砺泽. */
  person(index: number): string;
}

/** Prepares the names of one seed. */
export function createDemoNames(seed: string | number): DemoNames {
  const enterpriseWord = createPermutation(seed, "enterprise name", COMBINATIONS);
  const insurerWord = createPermutation(seed, "insurer name", COMBINATIONS);
  const agencyWord = createPermutation(seed, "agency name", COMBINATIONS);
  const personWord = createPermutation(seed, "person name", COMBINATIONS);
  const insurer = (index: number) =>
    `演示${joined(insurerWord(index), WORD_CHARACTERS)}财产保险股份有限公司`;

  return {
    enterprise: (index, countyName, sector) => {
      const trades = TRADES[sector];
      if (trades === undefined) throw new RangeError(`no sector: ${sector}`);
      const word = joined(enterpriseWord(index), WORD_CHARACTERS);
      return `${countyName}${word}${trades[index % trades.length] ?? ""}有限公司（演示）`;
    },
    insurer,
    insurerBranch: (index, regionName, level) =>
      insurer(index) + regionName + BRANCH_SUFFIXES[level],
    agency: (index, cityName) =>
      `${cityName}${joined(agencyWord(index), WORD_CHARACTERS)}安全技术服务有限公司（演示）`,
    person: (index) => {
      const [surname, ...given] = joined(personWord(index), PERSON_CHARACTERS);
      return `演示${surname ?? ""}某${given.join("")}`;
    },
  };
}

const BRANCH_SUFFIXES: Readonly<Record<BranchLevel, string>> = {
  PROVINCE: "分公司",
  CITY: "中心支公司",
  COUNTY: "支公司",
};

/** What a unit of the sector does, as such names say it. */
const TRADES: Readonly<Record<string, readonly string[]>> = {
  NON_COAL_MINE: ["矿业", "石灰岩矿", "铁矿", "采石", "建材矿业"],
  HAZARDOUS_CHEMICALS: ["化工", "精细化工", "气体", "石化储运", "新材料"],
  METAL_SMELTING: ["冶金", "铜业", "特钢", "铝业", "金属制品"],
  FIREWORKS: ["烟花", "烟花爆竹", "花炮", "烟花爆竹批发"],
  COAL_MINE: ["煤业", "煤矿", "煤电"],
  CONSTRUCTION: ["建筑工程", "建设集团", "市政工程", "路桥工程"],
  TRANSPORT: ["运输", "物流", "汽车运输", "危货运输"],
  CIVIL_EXPLOSIVES: ["民爆器材", "爆破工程", "民爆"],
  FISHERY: ["渔业", "水产", "水产养殖"],
};

/** 63 characters for each place of an invented word; none of them ends the name of a region. */
const WORD_CHARACTERS = [
  "云泓峻澜朗骏翊岚霁瀚旭曦晟铄钰锦琅瑾璟珩韵颂筠棠榆槿楠桐柏杉枫芷" +
    "苓荟蕴菁蔚青碧墨素丹苍皓皎澄湛沐润淳沁湘滢漪潇禾稷穗垚屹崇嵘骁",
  "砺泽衡启拓恒牧弘毅谦诚睿致远博达臻翰修齐允元嘉善和安宁康泰丰裕盈" +
    "隆昌茂盛华彩辉耀光明景辰星月阳晖霖雨露霜溪泉源渊川岩石磊坤垣基",
  "科宇图创联众合同聚汇集融通达捷畅驰航翔腾跃升进展兴荣旺欣悦怡乐祥" +
    "瑞福禄祺禧鼎铭鑫铠锐锋钧钢铎镇铂玖玮瑜琪琳琦琛璞珂珏珑玲珺琰瑄",
] as const;

/** A common surname, then two characters of a given name. */
const PERSON_CHARACTERS = [
  "王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾" +
    "萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾",
  "一子文世永志国建明春秋冬夏德忠孝仁义礼智信勇思念学书画琴诗成大小" +
    "少长伯仲叔季元亨利贞乾坤山水田地天日月星风雷雨雪松竹梅兰菊莲荷",
  "平安康宁和顺祥瑞福禄寿喜财宝贵荣华富强盛兴旺发达昌隆茂林森木火土" +
    "金玉珍珠银铜铁石江河湖海洋波涛浪潮清澈洁净亮光辉煌灿烂耀明朗晴",
] as const;

const CHARACTERS_PER_PLACE = 63;
const COMBINATIONS = CHARACTERS_PER_PLACE ** 3;

/** Reads the number in base 63, one character of each alphabet per digit: no two words alike. */
function joined(number: number, alphabets: readonly string[]): string {
  let rest = number;
  let word = "";
  for (const alphabet of alphabets) {
    word += alphabet.charAt(rest % CHARACTERS_PER_PLACE);
    rest = Math.floor(rest / CHARACTERS_PER_PLACE);
  }
  return word;
}
