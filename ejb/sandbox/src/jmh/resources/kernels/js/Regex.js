function kernel(data) {
    var text = data.text, ips = 0, sum = 0, mails = 0, letters = 0, found;
    var ip = /\b(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\b/g;
    while ((found = ip.exec(text)) !== null) {
        ips++;
        sum += parseInt(found[4], 10);
    }
    var mail = /[a-z0-9._-]+@[a-z0-9-]+\.(?:example|test)/g;
    while ((found = mail.exec(text)) !== null) {
        mails++;
        letters += found[0].length;
    }
    return ips + ":" + sum + ":" + mails + ":" + letters;
}
