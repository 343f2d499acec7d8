// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.augment;

import org.frugalvision.engine.augment.Operations;
import org.frugalvision.nodes.augment.OperationText;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>Image Augmenter</i>. */
public final class ImageAugmenterNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Image Augmenter") //
        .icon("image-augmenter.png") //
        .shortDescription("Makes further training images of those of a table, by random changes.") //
        .fullDescription("""
                <p>Makes new images of those of a table: each goes through a list of operations, each with its
                probability and with a magnitude drawn from a range. Either all images get the same number of copies, or
                those of small classes get more, so that every class reaches a number of images. New rows stand behind
                the row they come from, have its row ID with "~1", "~2" and so on, and all its other cells, also a
                preview of a multi-band image. The column "augmented from" holds the row ID of the image that a row
                comes from, of originals their own.</p>
                <p>Part your images before you augment them: copies of a training image among the test images make a
                network look better than it is. If you must part afterwards, take "augmented from" as the group column
                of an Image Partitioner. For training alone, run-time augmentation of the CNN Training Recipe does the
                same with new copies in every epoch, and stores none.</p>
                <p>Some operations change the class: flips and large turns make other digits and letters, and a change
                of hue other fruits. Nothing warns of it but the contact sheet: look at it.</p>
                <p>Images keep their size. PNG images keep their channels in 8 bits, multi-band images get 16 bits; the
                opacity of a PNG image goes along with what moves it and is left alone by what changes values. Images of
                3 channels are RGB; in those of other numbers every band is treated by itself, and operations for RGB
                only refuse them. Rows without readable image get no copies, and one warning counts them.</p>
                <p>The operations:</p>
                """ + OperationText.list(Operations.infos())) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports //
            .addInputTable("Images", "A table with a column of images, and one of labels for \"For each class\".") //
            .addOutputTable("Augmented images", """
                    The rows of the table, if originals are kept, and those of the new images.
                    """) //
            .addOutputPort("Contact sheet", """
                    The first 12 images that have copies, each with its first copies beside it, at most 9.
                    """, ImagePortObject.TYPE)) //
        .model(model -> model //
            .parametersClass(ImageAugmenterNodeParameters.class) //
            .configure(ImageAugmenter::configure) //
            .execute(ImageAugmenter::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("augmentation", "oversampling", "rotate", "flip", "crop", "noise", "CLAHE", "RandAugment",
            "TrivialAugment", "AugMix", "YOCO", "cutout", "random erasing", "color jitter");

    /** Called by KNIME. */
    public ImageAugmenterNodeFactory() {
        super(NODE);
    }
}
