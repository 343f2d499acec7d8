// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.partition;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>Image Partitioner</i>. */
public final class ImagePartitionerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Image Partitioner") //
        .icon("image-partitioner.png") //
        .shortDescription("Parts images into training and test images without leaks, or into folds.") //
        .fullDescription("""
                <p>Parts the rows of a table at random into two tables that keep the order of the input. Every class
                gets nearly its share in both, and at least one image in both where it has enough images; a warning
                names the classes for which that was not possible. Rows without a label count as a class of their
                own.</p>
                <p><b>Groups.</b> Frames of one video, pictures of one animal or of one camera resemble each other
                more than pictures of other ones. If some of them are trained on and others tested on, the accuracy
                looks better than it is. Choose a group column, and no group is in both tables. The largest group
                is placed first, each where sizes and class shares come closest to what is wanted; the sizes are
                then met only as well as the groups allow. Rows without a group are groups of their own.</p>
                <p><b>Folds.</b> For cross validation the images are dealt into folds of equal size. The second
                table is the chosen fold, the first table all others; a column with the number of the fold is
                appended to both. Set the held-out fold by a flow variable to test on every fold in turn.</p>
                <p>Part before you augment or rebalance: copies of one image must not end up in both tables.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports //
            .addInputTable("Images", "A table with one row per image; the images themselves are not looked at.") //
            .addOutputTable("First partition", "Usually the images to train on.") //
            .addOutputTable("Second partition", "All other images, usually those to test on.")) //
        .model(model -> model //
            .parametersClass(ImagePartitionerNodeParameters.class) //
            .configure(ImagePartitioner::configure) //
            .execute(ImagePartitioner::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("split", "stratified", "group split", "leak", "cross validation", "k-fold", "train test", "holdout");

    /** Called by KNIME. */
    public ImagePartitionerNodeFactory() {
        super(NODE);
    }
}
