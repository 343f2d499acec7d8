// SPDX-License-Identifier: Apache-2.0

import java.nio.file.Path;
import java.util.List;

import org.frugalvision.engine.image.ChannelOrder;
import org.frugalvision.engine.image.IdxImages;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;

/** The 5,000 + 1,000 images that the first workflow comes with. */
final class FashionMnist {

    private static final Path FOLDER = Path.of("workflows", "01 Train on less", "data");

    private static final List<String> CLASSES = List.of("T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal",
        "Shirt", "Sneaker", "Bag", "Ankle boot");

    private FashionMnist() {
    }

    static ImageSet train() {
        return read("train");
    }

    static ImageSet test() {
        return read("test");
    }

    private static ImageSet read(final String part) {
        try (var images = IdxImages.open(FOLDER.resolve(part + "-images.idx.gz"), ChannelOrder.LAST)) {
            final var labels = images.readLabels(FOLDER.resolve(part + "-labels.idx.gz"));
            final var set = new ImageSetBuilder(images.shape(), CLASSES);
            for (int i = 0; i < labels.length; i++) {
                set.add("Row" + i, images.next(), labels[i]);
            }
            return set.build();
        }
    }
}
