import { registerEnumType } from "type-graphql";
import { organisationTypes, type OrganisationType } from "../../access/organisation-type";

/** The organisation types of the matrix, as GraphQL wants them: an object, published as an enum. */
export const organisationTypeValues = Object.fromEntries(
  organisationTypes.map((type) => [type, type]),
) as { [T in OrganisationType]: T };

registerEnumType(organisationTypeValues, {
  name: "OrganisationType",
  description: "组织类型 What an organisation is to the law.",
  valuesConfig: {
    EMERGENCY: { description: "应急管理部门" },
    SECTOR_REGULATOR: { description: "行业主管部门" },
    FINANCIAL: { description: "金融监管总局派出机构" },
    LOCAL_FINANCE: { description: "地方金融管理局" },
    INSURER: { description: "保险机构" },
    SERVICE_AGENCY: { description: "安全生产技术服务机构" },
    ENTERPRISE: { description: "投保单位" },
    ASSOCIATION: { description: "保险行业协会" },
    AUDITOR: { description: "审计、纪检" },
  },
});
