// SPDX-License-Identifier: Apache-2.0
/** Training of networks. */
package org.frugalvision.engine.train;
