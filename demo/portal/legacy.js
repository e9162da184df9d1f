/* A portal's script of its time: it hears every key and every click, and takes Enter for “post the page back”. */
(function () {
  function on(type, listener) {
    if (document.addEventListener) document.addEventListener(type, listener, false);
    else document.attachEvent('on' + type, listener);
  }

  var sent = false;
  window.__doPostBack = function (target) {
    if (sent) return;
    sent = true;
    var form = document.forms['aspnetForm'];
    form.elements['__EVENTTARGET'].value = target;
    form.submit();
  };

  function isField(node) {
    return /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName);
  }

  function links() {
    return document.querySelectorAll('.thucdon a');
  }

  function move(step) {
    var all = links();
    for (var i = 0; i < all.length; i++) {
      if (all[i].className === 'chon') {
        all[i].className = '';
        all[(i + step + all.length) % all.length].className = 'chon';
        return;
      }
    }
    all[0].className = 'chon';
  }

  on('keydown', function (event) {
    if (isField(event.target)) return;
    // The arrows walk through the menu.
    if (event.keyCode >= 37 && event.keyCode <= 40) {
      event.preventDefault();
      move(event.keyCode < 39 ? -1 : 1);
    }
    // Backspace once led back a page and took what was typed with it; Space made the page jump.
    if (event.keyCode === 8 || event.keyCode === 32) event.preventDefault();
  });

  on('keypress', function (event) {
    if (event.keyCode !== 13 || event.target.tagName === 'TEXTAREA') return;
    if (event.target.tagName === 'A') return;
    event.preventDefault();
    window.__doPostBack('btnTim');
  });

  on('keyup', function (event) {
    if (event.keyCode === 13 && !isField(event.target) && event.target.tagName !== 'A')
      window.__doPostBack('btnTim');
  });

  on('click', function (event) {
    if (event.target.className === 'chon') return;
    var all = links();
    for (var i = 0; i < all.length; i++) all[i].className = '';
  });
})();
