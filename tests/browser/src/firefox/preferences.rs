//! What Firefox is told before it starts. Geckodriver adds what all tests want: no updates, no
//! telemetry, no first-run pages.

use serde_json::{Value, json};

/// The preferences of the tests' profile, with the port of the proxy through which it gets out.
pub fn preferences(proxy: u16) -> Value {
    json!({
        // Everything but the loopback address goes to the proxy, names included: nothing else resolves
        // and nothing gets out, neither the page's requests nor Firefox's own.
        "network.proxy.type": 1,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": proxy,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": proxy,
        "network.proxy.no_proxies_on": "127.0.0.1, localhost",
        "network.proxy.failover_direct": false,
        "network.dns.disablePrefetch": true,
        "network.trr.mode": 5,
        "media.peerconnection.enabled": false,
        // Pages may send the cookies of other sites: so tests can tell whether this one does.
        "network.cookie.cookieBehavior": 0,
        // The clipboard of the tests' own, without a question.
        "dom.events.testing.asyncClipboard": true,
        // Services that Firefox would look for from the start, in vain.
        "app.normandy.enabled": false,
        "browser.backup.enabled": false,
        "browser.region.network.url": "",
        "browser.safebrowsing.downloads.remote.enabled": false,
        "browser.safebrowsing.malware.enabled": false,
        "browser.safebrowsing.phishing.enabled": false,
        "extensions.systemAddon.update.enabled": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "nimbus.rollouts.enabled": false,
        "services.settings.server": "data:,",
        // Nobody sees the icons of tabs, and most sites of the tests have none.
        "browser.chrome.site_icons": false,
        // As on a phone, where they lie over the page; else a viewport of 360 pixels shows less.
        "ui.useOverlayScrollbars": 1,
        // Processes that are kept ready cost more than they save in so short a life.
        "dom.ipc.processPrelaunch.enabled": false,
    })
}
