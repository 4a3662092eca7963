import java.util.regex.Matcher
import java.util.regex.Pattern

Pattern ip = Pattern.compile("\\b(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\b")
Pattern mail = Pattern.compile("[a-z0-9._-]+@[a-z0-9-]+\\.(?:example|test)")
String text = data.text
int ips = 0
int sum = 0
Matcher m = ip.matcher(text)
while (m.find()) {
    ips++
    sum += Integer.parseInt(m.group(4))
}
int mails = 0
int letters = 0
m = mail.matcher(text)
while (m.find()) {
    mails++
    letters += m.group().length()
}
return ips + ":" + sum + ":" + mails + ":" + letters
