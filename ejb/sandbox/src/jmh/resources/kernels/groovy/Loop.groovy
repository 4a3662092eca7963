int x = 7
long sum = 0
for (int i = 0; i < 200; i++) {
    for (int j = 1; j <= 1000; j++) {
        x = (x * 31 + j) % 65521
        sum += x ^ (j & 255)
    }
}
return sum + ":" + x
