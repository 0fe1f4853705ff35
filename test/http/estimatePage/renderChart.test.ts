import { describe, expect, test } from '@jest/globals';
import { renderChart } from '../../../src/http/estimatePage/renderChart.js';

const chart = renderChart({
  kind: 'chart',
  title: 'Đóng & nhận',
  series: ['Đóng', 'Nhận'],
  groups: [
    { label: 'Mức <1>', amounts: [264_000, 0] },
    { label: 'Mức 2', amounts: [132_000, 528_000] },
  ],
});

describe('a chart', () => {
  test('has bars as wide as their amounts, the largest the whole width', () => {
    expect(
      [...chart.matchAll(/class="bar-(\d)"[^>]* width="([\d.]+)%"/g)].map(([, at, width]) => [at, width]),
    ).toEqual([
      ['0', '50'],
      ['1', '0'],
      ['0', '25'],
      ['1', '100'],
    ]);
  });

  test('draws nothing over anything else, and nothing below its height', () => {
    const height = Number(/<svg[^>]* height="(\d+)"/.exec(chart)?.[1]);
    const tops = [...chart.matchAll(/<(?:rect|text)[^>]* y="(\d+)"/g)].map(([, y]) => Number(y));
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    expect(new Set(tops).size).toBe(tops.length);
    expect(Math.max(...tops)).toBeLessThan(height);
  });

  test('says the same in words', () => {
    expect(chart).toContain(
      'aria-label="Đóng &amp; nhận. Mức &lt;1&gt;: Đóng 264.000\u00a0đ, Nhận 0\u00a0đ; Mức 2: Đóng 132.000\u00a0đ, Nhận 528.000\u00a0đ."',
    );
  });

  test('of nothing but zeros has no bars to see', () => {
    const empty = renderChart({
      kind: 'chart',
      title: 'Không',
      series: ['Đóng'],
      groups: [{ label: 'Mức 1', amounts: [0] }],
    });
    expect(empty).toContain('width="0%"');
  });
});
