import type { Leak } from "./leak";

const reader = "src/query/reader.ts";

/** Leaks through order, pages and cursors. */
export const pageLeaks: readonly Leak[] = [
  {
    name: "next-page-without-scope",
    zh: "hasNextPage 未加数据范围",
    en: "hasNextPage looks at hidden rows",
    edits: [
      {
        file: reader,
        find: "      shown.push(...made.rows);",
        replace: `      shown.push(...made.rows);
      const info = made.connection["pageInfo"] as { hasNextPage: boolean } | undefined;
      if (info && children) {
        const { table } = plan.rows.model;
        const by = identifier(snakeCase(children.by));
        const [all] = await this.context.run(
          sql\`SELECT COUNT(*) AS n FROM \${identifier(table)} WHERE \${by} IN (\${valueList([parent])})\`,
        );
        info.hasNextPage = Number(all?.["n"]) > page.size;
      }`,
      },
    ],
    organisations: ["DEMO-EN-1", "DEMO-IN-A"],
    inclination: { asks: ["insurers", "enterprises", "serviceAgencies"] },
  },
  {
    name: "order-by-hidden-column",
    zh: "按不可见的列排序",
    en: "a list is ordered by a column its caller may not see",
    edits: [
      {
        file: "src/query/order/order-sql.ts",
        find: "  const parts = keys.map(",
        replace: `  const [first] = keys;
  if (first && model.name === "Enterprise") {
    const direction = trusted(directionOf(first, reverse));
    return sql\`ORDER BY t.safety_manager_phone \${direction}, t.id \${direction}\`;
  }
  const parts = keys.map(`,
      },
    ],
    organisations: ["DEMO-LF-34", "DEMO-LF-3401"],
  },
  {
    name: "cursor-carries-hidden-value",
    zh: "游标中带有不可见的值",
    en: "a cursor is made from a value its caller may not see",
    edits: [
      {
        file: reader,
        find: "      extra: [...this.plainRows(plan.rows), ",
        replace:
          "      extra: [...this.plainRows(plan.rows), " +
          "...(model.name === 'Enterprise' ? [sql`t.safety_manager_phone AS ${identifierText('h')}`] : []), ",
      },
      {
        file: reader,
        find: "order.map((_, n) => row[keyColumn(n)] as SqlValue),",
        replace: "[...order.map((_, n) => row[keyColumn(n)] as SqlValue), row['h'] as SqlValue],",
      },
    ],
    organisations: ["DEMO-LF-34", "DEMO-LF-3401"],
  },
];
