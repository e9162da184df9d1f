import type {RecordingMessages} from './recording.js';

export const recordingVi: RecordingMessages = {
  listen: 'Nghe đoạn này',
  stop: 'Dừng lại',
  seconds: (seconds) => `${seconds} giây`,
  fetching: 'Đang tải tiếng…',
  unheard: 'Chưa nghe được. Anh/chị kiểm tra mạng rồi bấm lại. Phần chữ vẫn đọc được đầy đủ.',
};
