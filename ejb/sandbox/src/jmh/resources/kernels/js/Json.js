function weight(severity, tags) {
    var sum = severity * severity;
    for (var i = 0; i < tags.length; i++) {
        var t = tags[i];
        if (t.indexOf("ransom") === 0) {
            sum += 50;
        } else if (t === "lateral") {
            sum += 20;
        } else if (t.indexOf("test") >= 0) {
            sum -= 5;
        }
    }
    return sum;
}

function kernel(data) {
    var hosts = new Map();
    for (var i = 0; i < data.alerts.length; i++) {
        var alert = data.alerts[i];
        if (alert.severity < 3 || alert.closed === true) {
            continue;
        }
        var host = hosts.get(alert.source.host);
        if (host === undefined) {
            host = {count: 0, score: 0, last: null};
            hosts.set(alert.source.host, host);
        }
        host.count = host.count + 1;
        host.score = host.score + weight(alert.severity, alert.tags);
        host.last = alert.source.ip;
    }
    var worst = 0, name = "";
    hosts.forEach(function (host, key) {
        if (host.score > worst) {
            worst = host.score;
            name = key + "/" + host.last + "/" + host.count;
        }
    });
    return hosts.size + ":" + name + ":" + worst;
}
