int fib(int n) {
    return n < 2 ? n : fib(n - 1) + fib(n - 2)
}

int paths(int right, int down) {
    if (right == 0 || down == 0) {
        return 1
    }
    return paths(right - 1, down) + paths(right, down - 1)
}

return fib(22) + ":" + paths(7, 7)
