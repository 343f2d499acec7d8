// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util.pathresolve;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

import java.io.File;
import java.net.URI;

import org.junit.Test;
import org.knime.core.util.exception.ResourceAccessException;

public class ResolverUtilTest {

    private static String refusal(final String uri) {
        return assertThrows(ResourceAccessException.class, () -> ResolverUtil.resolveURItoLocalFile(URI.create(uri)))
            .getMessage();
    }

    @Test
    public void filesAreThemselvesAndTheWebIsElsewhere() throws ResourceAccessException {
        assertEquals(new File("/tmp/a b"), ResolverUtil.resolveURItoLocalFile(URI.create("file:/tmp/a%20b")));
        assertNull(ResolverUtil.resolveURItoLocalFile(URI.create("http://localhost/x")));
    }

    @Test
    public void saysWhyItCannotResolve() {
        assertEquals("Can't resolve \"x/y\": a URI must begin with a scheme.", refusal("x/y"));
        assertEquals("Can't resolve \"knime://knime.mountpoint/x\": a batch run has no mount point.",
            refusal("knime://knime.mountpoint/x"));
        assertEquals("Can't resolve \"knime://knime.workflow/x\": no node is running in this thread.",
            refusal("knime://knime.workflow/x"));
    }
}
