// Runs before the first paint, in every page: the chosen theme, the width of a lesson's text, and the policy that lets only this site's scripts be loaded.
(function () {
  var root = document.documentElement;
  try {
    var theme = new URLSearchParams(location.search).get('theme') || localStorage.getItem('endpoint-lab:theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    var split = Number(localStorage.getItem('endpoint-lab:split'));
    if (split >= 30 && split <= 60) root.style.setProperty('--split', split + '%');
  } catch (_) {
    // Storage is denied (a sandboxed frame): the system's theme stays.
  }
  root.dataset.js = '';
  if (window.trustedTypes)
    trustedTypes.createPolicy('default', {
      createScriptURL: function (url) {
        var target = new URL(url, document.baseURI);
        return target.protocol === 'blob:' || target.origin === location.origin ? url : null;
      },
    });
})();
