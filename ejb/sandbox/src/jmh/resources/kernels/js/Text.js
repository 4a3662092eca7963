function kernel() {
    var report = "", lines = 0;
    for (var i = 0; i < 5000; i++) {
        report += "host-" + (i % 97) + ": " + (i % 7 === 0 ? "blocked" : "seen") + "\n";
        lines++;
        if (i % 100 === 99) {
            var title = "block " + i + " of " + lines + " lines";
            report += title.toUpperCase() + "\n";
        }
    }
    return report.length + ":" + report.indexOf("BLOCK 4999") + ":" + report.lastIndexOf("blocked");
}
