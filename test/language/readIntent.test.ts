import { describe, expect, test } from '@jest/globals';
import { readIntent } from '../../src/language/index.js';

describe('readIntent', () => {
  test.each([
    ['tinh cho toi', 'estimate'],
    ['Tính cho tôi', 'estimate'],
    ['tính giúp em', 'estimate'],
    ['tính tiền đóng', 'estimate'],
    ['tính giúp tiền đóng bhxh tự nguyện', 'estimate_voluntary'],
    ['em 45 tuoi ho can ngheo muon dong muc 2 trieu, dong luon 5 nam thi het bn', 'estimate_voluntary'],
    ['tôi thu nhập 4 triệu thì đóng bao nhiêu', 'estimate_voluntary'],
    ['chọn mức 3 triệu đóng 6 tháng một lần hết bao nhiêu', 'estimate_voluntary'],
    ['nha em 4 nguoi mua bhyt ho gia dinh 1 nam bn a', 'estimate_household'],
    ['nhà có 2 vợ chồng 2 con mua bhyt hết bao nhiêu', 'estimate_household'],
    ['tính giúp bhyt cho nhà 5 người', 'estimate_household'],
    ['nha 6 nguoi mua bhyt 3 thang', 'estimate_household'],
    ['nho can bo goi', 'lead'],
    ['nhờ cán bộ gọi', 'lead'],
    ['để lại số', 'lead'],
    ['gọi lại cho tôi', 'lead'],
    ['tôi muốn được tư vấn', 'lead'],
    ['xin cán bộ gọi điện cho em', 'lead'],
    ['call me back', 'lead'],
  ] as const)('%s asks for %s', (text, value) => {
    expect(readIntent(text)).toEqual({ status: 'value', value });
  });

  test.each([
    'bhxh tự nguyện đóng bao nhiêu một tháng',
    'giá bhyt hộ gia đình',
    'người thứ hai mua bhyt giảm bao nhiêu',
    'nhà 4 người mua bhyt có được giảm không',
    'đóng mức 2 triệu 15 năm thì lương hưu bao nhiêu',
    'rút một lần được bao nhiêu',
    'tỉnh có cho thêm tiền đóng bhxh tự nguyện không',
    'có người gọi cho tôi tự xưng cán bộ bhxh',
    'gọi số nào để hỏi bảo hiểm',
    'xin chào',
    '',
  ])('%s asks for none of these', (text) => {
    expect(readIntent(text)).toEqual({ status: 'none' });
  });
});
