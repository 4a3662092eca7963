int[] a = new int[4096]
int[] b = new int[4096]
for (int i = 0; i < a.length; i++) {
    a[i] = i & 63
    b[i] = i & 31
}
for (int round = 0; round < 200; round++) {
    for (int i = 0; i < a.length; i++) {
        a[i] = a[i] + b[i] & 1023
    }
}
long sum = 0
for (int i = 0; i < a.length; i++) {
    sum += a[i]
}
return "" + sum
