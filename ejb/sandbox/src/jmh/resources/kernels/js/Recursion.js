function fib(n) {
    return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

function paths(right, down) {
    if (right < 1 || down < 1) {
        return 1;
    }
    return paths(right - 1, down) + paths(right, down - 1);
}

function kernel() {
    return fib(22) + ":" + paths(7, 7);
}
