// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.kernel.Replica.Mode;
import org.frugalvision.engine.kernel.Replica.Pixels;
import org.frugalvision.engine.kernel.Replica.Wanted;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Seeds;

/** What tests let a process of its own do with kernels. */
public final class ForkedKernel {

    private static final ImageShape SHAPE = new ImageShape(3, 32, 32);

    private static final int CLASSES = 10;

    private ForkedKernel() {
    }

    /** The first argument tells what to do. */
    public static void main(final String... arguments) throws Exception {
        switch (arguments[0]) {
            case "warning" -> tellTheWarning();
            case "threads" -> tellTheThreads();
            case "large" -> computeTooMuch(Integer.parseInt(arguments[1]));
            case "exit" -> exitWhileComputing(Integer.parseInt(arguments[1]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** And computes something. */
    private static void tellTheWarning() throws CanceledException {
        System.out.println(Kernels.warning().orElse("no warning"));
        step(4);
        System.exit(0);
    }

    /** How many threads compute, those included that OpenMP has started in them; and whether ND4J was loaded. */
    private static void tellTheThreads() throws CanceledException, IOException {
        step(4);
        int threads = 0;
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (final Path task : tasks) {
                if (Files.readString(task.resolve("comm")).startsWith("frugalvision-co")) {
                    threads++;
                }
            }
        }
        final boolean nd4j = Files.readString(Path.of("/proc/self/maps")).contains("nd4jcpu");
        System.out.println(threads + (nd4j ? " threads, ND4J" : " threads, no ND4J"));
        System.exit(0);
    }

    private static void computeTooMuch(final int images) throws CanceledException {
        try {
            step(images);
        } catch (DataException e) {
            System.out.println(e.getMessage());
            e.fixes().forEach(System.out::println);
        }
        System.exit(0);
    }

    private static void exitWhileComputing(final int milliseconds) throws Exception {
        final CountDownLatch computed = new CountDownLatch(1);
        final Thread computing = new Thread(() -> {
            try {
                while (true) {
                    step(16);
                    System.out.println("computed");
                    computed.countDown();
                }
            } catch (CanceledException e) {
                throw new IllegalStateException(e);
            }
        });
        computing.setDaemon(true);
        computing.start();
        if (milliseconds == 0) { // somebody else ends it
            computing.join();
        }
        computed.await();
        TimeUnit.MILLISECONDS.sleep(milliseconds);
        System.exit(3);
    }

    private static void step(final int images) throws CanceledException {
        final NetworkSpec spec = Architectures.create("resnet8").build(SHAPE, CLASSES, ArchitectureOptions.DEFAULT);
        final float[] weights = KernelCheck.weights(spec, Seeds.of(1).generator());
        final float[] rows = new float[images * CLASSES];
        Arrays.fill(rows, 0.1f);
        final List<float[]> gradients = new ArrayList<>();
        try (Workers workers = Workers.open(2); Replica replica = Kernels.open(spec, workers)) {
            replica.setWeights(weights);
            for (int time = 0; time < 3; time++) {
                gradients.add(new float[weights.length]);
                replica.gradient(new Pixels(new float[images * SHAPE.size()], images, SHAPE), Mode.training(time),
                    KernelCheck.crossEntropy(rows), Wanted.WEIGHTS, gradients.get(time), null);
            }
        }
    }
}
