/* A portal that builds its pages from components of its own: one shows its inside, the other closes it. */
(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { display: block; margin-bottom: 20px; border: 1px solid #cfd8e3; background: #fff; }
    h2 { margin: 0; padding: 10px 14px; background: #1d4f91; color: #fff; font-size: 16px; }
    kns-course { margin: 10px; }
  `);

  const component = (mode) =>
    class extends HTMLElement {
      #built = false;

      connectedCallback() {
        if (this.#built) return;
        this.#built = true;
        const root = this.attachShadow({mode});
        root.adoptedStyleSheets = [sheet];
        const heading = document.createElement('h2');
        heading.textContent = this.getAttribute('heading');
        root.append(heading, document.createElement('kns-course'));
      }
    };

  customElements.define('portal-card', component('open'));
  customElements.define('portal-vault', component('closed'));
})();
