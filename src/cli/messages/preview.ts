/** What `kynangso preview` says on the command line; its page speaks Vietnamese. */
export interface PreviewMessages {
  open(url: string): string;
  portTaken(port: number): string;
  portInvalid(port: string): string;
}

export const previewVi: PreviewMessages = {
  open: (url) => `Mở ${url} trong trình duyệt để xem trước. Bấm Ctrl+C để dừng.`,
  portTaken: (port) =>
    `Cổng ${port} đang có chương trình khác dùng. Chọn cổng khác: --port ${port + 1}`,
  portInvalid: (port) => `“${port}” không phải số cổng. Ghi một số từ 0 đến 65535.`,
};

export const previewEn: PreviewMessages = {
  open: (url) => `Open ${url} in a browser. Ctrl+C ends.`,
  portTaken: (port) =>
    `Port ${port} is taken by another program. Choose another: --port ${port + 1}`,
  portInvalid: (port) => `“${port}” is no port. Give a number from 0 to 65535.`,
};
