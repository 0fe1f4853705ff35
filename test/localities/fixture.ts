import { join } from 'node:path';
import { Gazetteer, readProvinces, type Commune } from '../../src/localities/index.js';
import { projectRoot } from '../../src/paths.js';

export const provinces = readProvinces(join(projectRoot, 'content', 'provinces.json'));

/** A few real communes with their official codes: alike names, joined names, names with marks and numbers. */
export const communes: readonly Commune[] = [
  ['00004', '01', 'Phường Ba Đình'],
  ['00008', '01', 'Phường Ngọc Hà'],
  ['00199', '01', 'Phường Văn Miếu - Quốc Tử Giám'],
  ['20242', '48', 'Phường Hải Châu'],
  ['20992', '48', 'Xã Tam Hải'],
  ['20333', '48', 'Đặc khu Hoàng Sa'],
  ['20308', '48', 'Xã Hoà Tiến'],
  ['20263', '48', 'Phường Sơn Trà'],
  ['17419', '40', 'Xã Hải Châu'],
  ['24778', '68', 'Phường Xuân Hương - Đà Lạt'],
  ['24829', '68', 'Phường 2 Bảo Lộc'],
  ['24820', '68', 'Phường 1 Bảo Lộc'],
  ['24181', '66', "Xã Ea H'Leo"],
  ['24211', '66', "Xã Cư M'gar"],
  ['25840', '79', 'Phường Tân Phú'],
  ['26800', '75', 'Xã Tân Phú'],
  ['28400', '82', 'Xã Tân Phú'],
  ['29100', '86', 'Xã Tân Phú'],
  ['25600', '80', 'Phường Tân An'],
  ['19900', '46', 'Phường Thuận Hoá'],
  ['19750', '46', 'Xã A Lưới 1'],
  ['19753', '46', 'Xã A Lưới 2'],
  ['05300', '25', 'Phường Hoà Bình'],
  ['27000', '79', 'Phường Hoà Bình'],
  ['31100', '92', 'Phường Ninh Kiều'],
  ['31120', '92', 'Xã Phong Điền'],
  ['19800', '46', 'Phường Phong Điền'],
  ['14000', '37', 'Xã Bình Minh'],
  ['30000', '91', 'Đặc khu Phú Quốc'],
  ['30100', '91', 'Xã Mỹ Đức'],
  ['00900', '01', 'Xã Mỹ Đức'],
  ['33000', '31', 'Xã An Lão'],
].map(([code = '', provinceCode = '', name = '']) => ({ code, provinceCode, name }));

export const gazetteer = new Gazetteer(provinces, communes);
