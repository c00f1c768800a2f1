// Writes files from memory as fast as plain system calls can: what the benchmark of Livery is held against.
//
// Usage: writer SOURCE DESTINATION THREADS
//
// Reads every folder of SOURCE into memory, with the folders and files below it. Then the clock starts: for each folder
// THREADS threads make it in DESTINATION, with its files, beside its place, and rename it there as Livery does. Prints
// the seconds of that part, the seconds of processor that it took, and how many files and bytes it wrote.
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

struct entry {
    char *path; // Below the shop's folder.
    char *bytes; // NULL for a folder.
    size_t size;
};

struct shop {
    char *name;
    struct entry *entries; // Folders before what they hold.
    size_t count;
};

static struct shop *shops;
static size_t shop_count;
static atomic_size_t next_shop;
static atomic_size_t file_count;
static atomic_size_t byte_count;
static int destination;

static void fail(const char *what) {
    perror(what);
    exit(74);
}

static void *grown(void *items, size_t count, size_t size) {
    if (count & (count - 1)) return items;
    items = realloc(items, (count ? count * 2 : 1) * size);
    if (!items) fail("memory");
    return items;
}

static char *joined(const char *left, const char *right) {
    char *path;
    if (asprintf(&path, *left ? "%s/%s" : "%s%s", left, right) < 0) fail("memory");
    return path;
}

static void add(struct shop *shop, char *path, char *bytes, size_t size) {
    shop->entries = grown(shop->entries, shop->count, sizeof *shop->entries);
    shop->entries[shop->count++] = (struct entry){path, bytes, size};
}

static void load(struct shop *shop, int folder, const char *below) {
    DIR *stream = fdopendir(folder);
    if (!stream) fail("list");
    for (struct dirent *item; (item = readdir(stream));) {
        if (item->d_name[0] == '.') continue;
        int file = openat(folder, item->d_name, O_RDONLY);
        struct stat status;
        if (file < 0 || fstat(file, &status)) fail(item->d_name);
        char *path = joined(below, item->d_name);
        if (S_ISDIR(status.st_mode)) {
            add(shop, path, NULL, 0);
            load(shop, file, path);
            continue;
        }
        char *bytes = malloc(status.st_size + 1);
        if (!bytes || read(file, bytes, status.st_size) != status.st_size) fail(path);
        add(shop, path, bytes, status.st_size);
        close(file);
    }
    closedir(stream);
}

static void write_entry(int folder, const struct entry *entry) {
    if (!entry->bytes) {
        if (mkdirat(folder, entry->path, 0777)) fail(entry->path);
        return;
    }
    int file = openat(folder, entry->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0) fail(entry->path);
    for (size_t written = 0; written < entry->size;) {
        ssize_t part = write(file, entry->bytes + written, entry->size - written);
        if (part < 0) fail(entry->path);
        written += part;
    }
    if (close(file)) fail(entry->path);
    file_count++;
    byte_count += entry->size;
}

static void *work(void *unused) {
    for (size_t number; (number = next_shop++) < shop_count;) {
        const struct shop *shop = &shops[number];
        char *draft = joined(".draft", shop->name);
        if (mkdirat(destination, draft, 0777)) fail(draft);
        int folder = openat(destination, draft, O_DIRECTORY | O_CLOEXEC);
        if (folder < 0) fail(draft);
        for (size_t index = 0; index < shop->count; index++) write_entry(folder, &shop->entries[index]);
        close(folder);
        if (renameat(destination, draft, destination, shop->name)) fail(draft);
        free(draft);
    }
    return unused;
}

static double now(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

int main(int count, char **arguments) {
    if (count != 4) return fputs("usage: writer SOURCE DESTINATION THREADS\n", stderr), 64;
    DIR *source = opendir(arguments[1]);
    if (!source) fail(arguments[1]);
    for (struct dirent *item; (item = readdir(source));) {
        if (item->d_name[0] == '.') continue;
        int folder = openat(dirfd(source), item->d_name, O_RDONLY | O_DIRECTORY);
        if (folder < 0) continue;
        shops = grown(shops, shop_count, sizeof *shops);
        shops[shop_count] = (struct shop){strdup(item->d_name), NULL, 0};
        load(&shops[shop_count++], folder, "");
    }
    closedir(source);
    if (mkdir(arguments[2], 0777) && errno != EEXIST) fail(arguments[2]);
    destination = open(arguments[2], O_RDONLY | O_DIRECTORY);
    if (destination < 0 || mkdirat(destination, ".draft", 0777)) fail(arguments[2]);

    double start = now(CLOCK_MONOTONIC);
    double processor = now(CLOCK_PROCESS_CPUTIME_ID);
    int thread_count = atoi(arguments[3]);
    pthread_t threads[thread_count];
    for (int index = 0; index < thread_count; index++)
        if (pthread_create(&threads[index], NULL, work, NULL)) fail("thread");
    for (int index = 0; index < thread_count; index++) pthread_join(threads[index], NULL);
    if (unlinkat(destination, ".draft", AT_REMOVEDIR)) fail(".draft");
    double seconds = now(CLOCK_MONOTONIC) - start;
    processor = now(CLOCK_PROCESS_CPUTIME_ID) - processor;
    printf("%.4f %.4f %zu %zu\n", seconds, processor, (size_t)file_count, (size_t)byte_count);
    return 0;
}
