function kernel() {
    var a = new Int32Array(4096), b = new Int32Array(4096);
    for (var i = 0; i < a.length; i++) {
        a[i] = i & 63;
        b[i] = i & 31;
    }
    for (var round = 0; round < 200; round++) {
        for (var k = 0; k < a.length; k++) {
            a[k] = a[k] + b[k] & 1023;
        }
    }
    var sum = 0;
    for (var m = 0; m < a.length; m++) {
        sum += a[m];
    }
    return "" + sum;
}
