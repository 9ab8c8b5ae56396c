/** Laws of the whole code base; the tests of each part stand in its own package. */
package io.tactus;
