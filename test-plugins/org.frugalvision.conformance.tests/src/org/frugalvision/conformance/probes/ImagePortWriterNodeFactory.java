// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A node that makes an image port object. */
public final class ImagePortWriterNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create().name("Image port writer").icon("absent.png")
        .shortDescription("Writes down what it sees.").fullDescription("<p>Writes down what it <b>sees</b>.</p>")
        .sinceVersion(5, 8, 0).ports(p -> p.addOutputPort("Image", "A picture.", ImagePortObject.TYPE))
        .model(m -> m.withoutParameters()
            .configure((i, o) -> o.setOutSpec(0, new ImagePortObjectSpec(PNGImageContent.TYPE)))
            .execute((i, o) -> o.setOutData(0, new ImagePortObject(new PNGImageContent(Pictures.png(1024)),
                new ImagePortObjectSpec(PNGImageContent.TYPE)))));

    /** Creates the factory. */
    public ImagePortWriterNodeFactory() {
        super(NODE);
    }
}
