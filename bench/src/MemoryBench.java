// SPDX-License-Identifier: Apache-2.0
// bench/run MemoryBench: resident memory over a long training and many short ones; set BENCH_HEAP=128m

import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.dl4j.Backend;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.EpochMetrics;
import org.frugalvision.engine.train.Part;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingMethod;
import org.frugalvision.engine.train.TrainingSettings;
import org.frugalvision.engine.train.TrainingStart;

/** Resident memory of the process over a training of 200 epochs, and over 24 short trainings in a row. */
public final class MemoryBench {

    private MemoryBench() {
    }

    public static void main(final String... arguments) throws Exception {
        final ImageSet images = FashionMnist.train().subset(IntStream.range(0, 300).toArray());
        final Network start = Network.initialise(Architectures.create("lenet").build(images.shape(), 10),
            images.classes(), Seeds.of(1).named("initialise"));
        fit(start, images, 200, List.of(new Report()));
        for (int training = 1; training <= 24; training++) {
            fit(start, images, 1, List.of());
            if (training % 4 == 0) {
                say("after training " + training);
            }
        }
        System.exit(0);
    }

    private static void fit(final Network start, final ImageSet images, final int epochs,
        final List<TrainingMethod> recipe) throws CanceledException {
        new Training(start, images, new TrainingSettings(epochs, 64, 1e-3, 1, true, 1)).with(recipe)
            .fit(RunControl.none());
    }

    private static void say(final String when) {
        System.out.printf("%s: %d MB%n", when, Backend.prepare().residentBytes() >> 20);
    }

    private static final class Report implements TrainingMethod, Part {

        @Override
        public String id() {
            return "report";
        }

        @Override
        public String label() {
            return "report";
        }

        @Override
        public Part join(final TrainingStart start) {
            return this;
        }

        @Override
        public void epochEnds(final EpochMetrics metrics) {
            if (metrics.epoch() % 40 == 0) {
                say("epoch " + metrics.epoch());
            }
        }
    }
}
