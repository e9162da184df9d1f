const key = 'so-tay/province';

/** What this device was told; nothing where storage is refused. */
export function chosenProvince(): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** Tells this device its province, or none. */
export function chooseProvince(province: string): void {
  try {
    if (province) localStorage.setItem(key, province);
    else localStorage.removeItem(key);
  } catch {
    // Asked again at the next visit.
  }
}

/** Gives a course the province this device was told before. */
export function rememberProvince(course: HTMLElement): void {
  course.setAttribute('province', chosenProvince());
}
