// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.duplicates;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>Image Duplicate Finder</i>. */
public final class ImageDuplicateFinderNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Image Duplicate Finder") //
        .icon("image-duplicate-finder.png") //
        .shortDescription("Finds images that are the same, or nearly, in one table or in a second one.") //
        .fullDescription("""
                <p>Duplicates waste labels and training, and a test image that was trained on makes a network look
                better than it is. This node finds them, and removes them: of images that are the same the first one
                stays. Connect the training images as reference to remove test images that are known from there.</p>
                <p><b>Exact</b> duplicates have the same size, channels and pixels, whatever their files look
                like.</p>
                <p><b>Near</b> duplicates have similar thumbnails: every image is made gray and averaged down to 8
                rows of 9 pixels. A hash of 64 bits says which of these pixels are darker than their right neighbor,
                by 2 gray values or more ("difference hash", N. Krawetz 2013). Two images are near duplicates if
                their hashes differ in at most <i>Maximum hash distance</i> bits and the gray values of their thumbnails
                by at most <i>Maximum gray difference</i> on average. That finds images that were scaled, compressed or
                slightly changed. It does not find images that were turned, mirrored or cropped, and it may take small,
                simple pictures of different things for the same: of 5,000 images of Fashion-MNIST, which holds no
                copies among them, 5 count as near duplicates by default, but 695 with a maximum gray difference of
                10. Look at the pairs before you trust the filtered table.</p>
                <p>An image near to several others is told of the nearest; an image that is a duplicate itself has no
                near duplicates. Rows without readable image stay in the table.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports //
            .addInputTable("Images", "A table with a column of images.") //
            .addInputPort("Reference", "Other images, for example those to train on; may be left out.",
                BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputTable("Without duplicates",
                "The images that duplicate no earlier image and none of the reference.") //
            .addOutputTable("Duplicates", "One row per duplicate found: the image and the one that it duplicates.")) //
        .model(model -> model //
            .parametersClass(ImageDuplicateFinderNodeParameters.class) //
            .configure(ImageDuplicateFinder::configure) //
            .execute(ImageDuplicateFinder::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("near duplicates", "leak", "perceptual hash", "dHash", "deduplicate", "data quality");

    /** Called by KNIME. */
    public ImageDuplicateFinderNodeFactory() {
        super(NODE);
    }
}
