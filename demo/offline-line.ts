import type {Offline} from '../src/pwa/register.js';

/** What a page says about working without a network. */
export interface OfflineLine {
  /** Follows the worker from here on. */
  follow(offline: Offline): void;
  /** Whether the course is wholly on this device; undefined while it is being fetched. */
  courseKept(kept: boolean | undefined): void;
}

/** Draws the line into `place` and keeps it current. */
export function offlineLine(place: HTMLElement): OfflineLine {
  let offline: Offline | undefined;
  let kept: boolean | undefined;

  function update() {
    // The answers are on disk already; only the page is drawn anew.
    void offline?.update().then(() => location.reload());
  }

  function draw() {
    const state = offline?.state;
    if (state === 'update-ready') {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = 'Cập nhật';
      button.addEventListener('click', update);
      place.replaceChildren('Có bản mới.', button);
    } else if (state === 'unsupported') {
      place.textContent = 'Trình duyệt này không giữ được trang để mở khi mất mạng.';
    } else if (state === 'failed' || kept === false) {
      place.textContent = 'Chưa lưu xong để dùng khi không có mạng. Lần mở sau sẽ lưu tiếp.';
    } else if (state === 'ready' && kept) {
      place.textContent = 'Đã lưu sẵn để dùng khi không có mạng.';
    } else {
      place.textContent = 'Đang lưu để dùng khi không có mạng…';
    }
  }

  return {
    follow(next) {
      offline = next;
      next.subscribe(draw);
      draw();
    },
    courseKept(next) {
      kept = next;
      draw();
    },
  };
}
