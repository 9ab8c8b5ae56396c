import type { Texts } from '../en';

export const missed: Texts['missed'] = {
  title: 'مكالمات فائتة',
  intro: 'عملاء اتصلوا في آخر ثلاثين يومًا ولم يجدوا أحدًا ولم يتحدث معهم أحد بعدها. يزول السطر تلقائيًا حالما يتحدث أحد مع العميل.',
  none: 'لا أحد ينتظر معاودة الاتصال.',
  customer: 'العميل',
  number: 'الرقم',
  queue: 'قائمة الانتظار',
  calls: 'المكالمات',
  first: 'أول مكالمة',
  last: 'آخر مكالمة',
  message: 'ترك رسالة',
  owner: 'تولاها',
  nobody: 'لا أحد بعد',
  take: 'تولَّ',
  takeNamed: 'تولَّ {who}',
  call: 'اتصل',
  callNamed: 'اتصل بـ {who}',
  leave: 'اتركها لغيرك',
  leaveNamed: 'اترك {who} لغيرك',
  done: 'تم',
  doneNamed: 'تم أمر {who}',
};
